/** The tokens of src/styles/tokens.css as mail programs read colours. */
export const light = {
	canvas: '#f6f5f2',
	surface: '#fefdfd',
	soft: '#f0efec',
	text: '#1b1e27',
	dim: '#454952',
	quiet: '#60636c',
	line: '#e1e0dc',
	link: '#1c4daf',
	tag: '#e7f0fe',
	on: '#0d5f3b',
	risk: '#824c11',
	off: '#aa1f1f',
	none: '#60636c'
};

/** Only turns colours round in the dark, and makes phones roomier. */
export const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
	.around { padding: 0 !important; }
	.paper { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important; }
	.in { padding-left: 18px !important; padding-right: 18px !important; }
}
@media (prefers-color-scheme: dark) {
	.canvas { background: #111316 !important; color: #ebedf0 !important; }
	.paper { background: #18191d !important; border-color: #2b2e33 !important; color: #ebedf0 !important; }
	.soft { background: #24262b !important; }
	.dim { color: #babec4 !important; }
	.quiet, .none { color: #9b9ea6 !important; }
	.line { border-color: #2b2e33 !important; }
	.words { color: #ebedf0 !important; }
	.link { color: #97bbfb !important; }
	.button { background: #719def !important; }
	.on-button { color: #060f21 !important; }
	.tag { background: #1e2c44 !important; color: #97bbfb !important; }
	.on { color: #86ddac !important; }
	.risk { color: #f4ca84 !important; }
	.off { color: #ffa099 !important; }
	.bar { background: #3d4046 !important; }
	.full { background: #719def !important; }
}`;

/** The faces and sizes of every mail. */
export const ui = `font-family:'Instrument Sans','Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
export const words = `font-family:'Source Serif 4',Georgia,'Times New Roman',serif;font-size:16px;line-height:23px;overflow-wrap:anywhere`;
export const small = 'font-size:13px;line-height:19px';
export const label = 'font-size:13px;line-height:18px;font-weight:600';

/** CodeMirror for JSON, with nothing that knows what the JSON is about. */
import { json } from '@codemirror/lang-json';
import { EditorView, lineNumbers } from '@codemirror/view';

new EditorView({ parent: document.body, extensions: [lineNumbers(), json()] });

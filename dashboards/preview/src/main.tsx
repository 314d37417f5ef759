import { createRoot } from 'react-dom/client';
import { setUpGrafana } from './grafana/setup';
import { keepLinksInApp } from './navigation';
import { App } from './page/App';
import './page/app.css';

setUpGrafana();
keepLinksInApp();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<App />);
}

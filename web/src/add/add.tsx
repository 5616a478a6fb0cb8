// Add: not built yet.
import { Page } from '../shell/page.tsx';

export const Add = () => <Page title="Add">…</Page>;

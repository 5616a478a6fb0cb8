// Compare: not built yet.
import { Page } from '../shell/page.tsx';

export const Compare = () => <Page title="Compare">…</Page>;

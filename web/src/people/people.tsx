// People: not built yet.
import { Page } from '../shell/page.tsx';

export const People = () => <Page title="People">…</Page>;

// Threads: not built yet.
import { Page } from '../shell/page.tsx';

export const Threads = () => <Page title="Threads">…</Page>;

// Search: not built yet.
import { Page } from '../shell/page.tsx';

export const Search = () => <Page title="Search">…</Page>;

package no.opptrapping.grant.allocation.rest;

import io.quarkus.qute.TemplateInstance;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.whatif.WhatIf;
import no.opptrapping.grant.pages.PageText;

/** A what-if as a page, whose address holds the assumptions and can be passed on. */
record WhatIfPage(PageText text, AllocationRun run, PageEdition edition, WhatIf answer) implements TemplateInstance {}

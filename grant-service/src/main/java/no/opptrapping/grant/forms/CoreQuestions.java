package no.opptrapping.grant.forms;

import java.util.List;
import no.opptrapping.grant.pages.FormBlock;
import no.opptrapping.grant.pages.PageText;

/** What every call asks, the typed core of an application, as it stands on a blank form. */
public interface CoreQuestions {
    /** The core, left to be written. */
    List<FormBlock> blank(PageText text);
}

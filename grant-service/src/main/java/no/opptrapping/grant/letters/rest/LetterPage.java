package no.opptrapping.grant.letters.rest;

import io.quarkus.qute.TemplateInstance;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.pages.PageText;

/**
 * A letter as a page that can be read and printed (<code>templates/LetterPage.html</code>).
 *
 * @param onPaper whether an address is written out, for there is nothing to follow it with
 */
record LetterPage(PageText text, LetterText letter, boolean onPaper) implements TemplateInstance {}

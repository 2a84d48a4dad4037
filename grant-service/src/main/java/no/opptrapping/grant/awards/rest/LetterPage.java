package no.opptrapping.grant.awards.rest;

import io.quarkus.qute.TemplateInstance;
import no.opptrapping.grant.awards.AwardLetter.Letter;
import no.opptrapping.grant.pages.PageText;

/** An award letter as a page that can be read and printed (<code>templates/LetterPage.html</code>). */
record LetterPage(PageText text, Letter letter) implements TemplateInstance {}

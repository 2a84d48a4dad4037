package no.opptrapping.grant.pages;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A form on a page, blank or filled in, that can be read and printed (<code>templates/FormPage.html</code>). */
public record FormPage(PageText text, String title, List<FormBlock.Entry> facts, List<FormBlock> blocks)
        implements TemplateInstance {}

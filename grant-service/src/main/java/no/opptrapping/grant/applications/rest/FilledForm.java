package no.opptrapping.grant.applications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.CoreBlocks;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.forms.Forms;
import no.opptrapping.grant.forms.QuestionBlocks;
import no.opptrapping.grant.pages.CurrentPageText;
import no.opptrapping.grant.pages.FormBlock.Entry;
import no.opptrapping.grant.pages.FormPage;
import no.opptrapping.platform.attachments.Attachment;
import no.opptrapping.platform.attachments.Attachments;
import no.opptrapping.platform.documents.AccessiblePdf;

/** An application as its form filled in, to be read and printed. */
@ApplicationScoped
class FilledForm {
    private static final int MOST_FILES = 1_000;

    private final CoreBlocks core;
    private final Calls calls;
    private final Forms forms;
    private final Attachments attachments;
    private final CurrentPageText pageText;

    FilledForm(CoreBlocks core, Calls calls, Forms forms, Attachments attachments, CurrentPageText pageText) {
        this.core = core;
        this.calls = calls;
        this.forms = forms;
        this.attachments = attachments;
        this.pageText = pageText;
    }

    @Transactional
    String page(Application application) {
        var text = pageText.get();
        var content = application.content();
        var call = calls.find(application.call())
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + application.id()));
        var blocks = new ArrayList<>(core.filled(content, text));
        Optional.ofNullable(content.formVersion())
                .flatMap(version -> forms.find(call.id(), version))
                .ifPresent(form -> blocks.addAll(
                        QuestionBlocks.answered(form.content(), content.answers(), files(application), text)));
        var facts = new ArrayList<>(List.of(
                Entry.answered(
                        text.of("form.page.applicant"),
                        text.of("application.page.municipality", "number", application.hostNumber())),
                Entry.answered(text.of("application.page.reference"), application.reference())));
        facts.add(application
                .submittedAt()
                .map(at -> Entry.answered(
                        text.of("application.page.submitted"), text.of("application.page.at", "instant", at)))
                .orElseGet(() -> Entry.answered(
                        text.of("application.page.submitted"), text.of("application.page.not-submitted"))));
        return new FormPage(text, call.title().in(text.language()), facts, blocks).render();
    }

    /** The names of the files that are attached, or were when it was submitted, by their ids. */
    private Map<String, String> files(Application application) {
        var holder = Application.attachmentsOf(application.id());
        return Stream.concat(
                        attachments.list(holder, 0, MOST_FILES).stream(),
                        attachments.frozen(holder, 0, MOST_FILES).stream())
                .collect(Collectors.toMap(file -> file.id().toString(), Attachment::name, (one, _) -> one));
    }

    /** The same as PDF/UA. */
    byte[] document(Application application) {
        return AccessiblePdf.of(page(application), application.submittedAt().orElse(application.createdAt()));
    }
}

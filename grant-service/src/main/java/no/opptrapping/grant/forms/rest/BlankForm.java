package no.opptrapping.grant.forms.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.grant.forms.CoreQuestions;
import no.opptrapping.grant.forms.FormVersion;
import no.opptrapping.grant.forms.QuestionBlocks;
import no.opptrapping.grant.forms.SeeForm;
import no.opptrapping.grant.pages.CurrentPageText;
import no.opptrapping.grant.pages.FormBlock.Entry;
import no.opptrapping.grant.pages.FormPage;
import no.opptrapping.platform.documents.AccessiblePdf;
import no.opptrapping.platform.time.LastMoment;

/** The blank form of a call, so that a council can read on paper what is asked. */
@ApplicationScoped
class BlankForm {
    private static final int MOST_KEPT = 40;

    private final CoreQuestions core;
    private final CurrentPageText pageText;
    private final Cache<String, byte[]> documents = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    BlankForm(CoreQuestions core, CurrentPageText pageText) {
        this.core = core;
        this.pageText = pageText;
    }

    String page(SeeForm.Seen seen) {
        var text = pageText.get();
        var call = seen.call();
        var last = LastMoment.of(call.deadline());
        var blocks = new ArrayList<>(core.blank(text));
        seen.form().ifPresent(form -> blocks.addAll(QuestionBlocks.blank(form.content(), text)));
        return new FormPage(
                        text,
                        call.title().in(text.language()),
                        List.of(
                                Entry.answered(
                                        text.of("form.page.deadline"),
                                        text.of("form.page.until", "day", last.day(), "time", last.time())),
                                Entry.answered(text.of("form.page.applicant"), "\u00a0")),
                        blocks)
                .render();
    }

    /** The same as PDF/UA, made once for each version and language while anybody reads it. */
    byte[] document(SeeForm.Seen seen, String key) {
        var known = documents.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var written = seen.form()
                .flatMap(FormVersion::publication)
                .map(FormVersion.Publication::at)
                .orElse(seen.call().madeAt());
        var made = AccessiblePdf.of(page(seen), written);
        documents.put(key, made);
        return made;
    }
}

package no.opptrapping.grant.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;

/**
 * A version of a call's form (<i>søknadsskjema</i>).
 *
 * @param number 1 for the first of the call
 * @param edition 1 for the first draft of the version, growing by each change
 * @param writers the subjects of the people who wrote it, none of whom may publish it
 * @param publication since when it is asked, and can no longer be changed; empty while it is a draft
 */
public record FormVersion(
        CallId call,
        int number,
        int edition,
        FormContent content,
        List<String> writers,
        Instant writtenAt,
        Optional<Publication> publication) {
    /** Who published it, and when: with the announcement of its call, or later as a correction. */
    public record Publication(String by, Instant at) {}

    public FormVersion {
        writers = List.copyOf(writers);
    }

    static FormVersion draft(CallId call, int number, FormContent content, String by, Instant at) {
        return new FormVersion(call, number, 1, content, List.of(by), at, Optional.empty());
    }

    FormVersion changed(FormContent to, String by, Instant at) {
        var all = new ArrayList<>(writers);
        if (!all.contains(by)) {
            all.add(by);
        }
        return new FormVersion(call, number, edition + 1, to, all, at, publication);
    }

    FormVersion published(String by, Instant at) {
        return new FormVersion(
                call, number, edition, content, writers, writtenAt, Optional.of(new Publication(by, at)));
    }
}

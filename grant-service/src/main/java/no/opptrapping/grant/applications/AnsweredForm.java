package no.opptrapping.grant.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.forms.CompiledForm;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * What is written of an application as it can be kept under the form that its call asks, or why it cannot.
 *
 * @param content with the answers as they are kept; as it was written where a rule is broken
 */
record AnsweredForm(ApplicationContent content, List<BrokenRule> broken) {
    /**
     * Holds what is written against the form.
     *
     * @param form what the call asks now; empty when it asks nothing besides the typed core
     * @param before the answers that were kept before
     */
    static AnsweredForm of(ApplicationContent content, Optional<CompiledForm> form, ObjectNode before) {
        if (form.isEmpty()) {
            return content.formVersion() == null && content.answers().isEmpty()
                    ? new AnsweredForm(content, List.of())
                    : new AnsweredForm(
                            content,
                            List.of(BrokenRule.of(
                                    "application.no-form", content.answers().isEmpty() ? "/formVersion" : "/answers")));
        }
        var broken = new ArrayList<BrokenRule>();
        var current = form.get().number();
        var version = content.formVersion();
        if (version != null && version != current) {
            broken.add(BrokenRule.of(
                    version < current && version >= 1
                            ? "application.form-version-replaced"
                            : "application.form-version-unknown",
                    "/formVersion",
                    "version",
                    version,
                    "current",
                    current));
        }
        var read = form.get().read(content.answers(), before);
        broken.addAll(read.broken());
        return broken.isEmpty()
                ? new AnsweredForm(content.answering(current, read.answers()), List.of())
                : new AnsweredForm(content, broken);
    }
}

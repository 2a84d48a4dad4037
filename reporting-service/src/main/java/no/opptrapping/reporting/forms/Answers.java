package no.opptrapping.reporting.forms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality answers in a year: the accounts of each award, man-years, purpose, services, and comments on
 * what the controls ask about. May be incomplete while it is a draft.
 */
@Schema(name = "ReportAnswers")
public record Answers(
        @Valid @Size(max = 50) List<AccountAnswer> accounts,
        @Valid @Size(max = 200) List<ManYearsAnswer> manYears,
        @Nullable PurposeShare purpose,
        @Valid @Size(max = 50) List<ServiceAnswer> services,
        @Valid @Size(max = 100) List<AnswerComment> comments) {
    /** Nothing answered yet. */
    public static final Answers NONE = new Answers(List.of(), List.of(), null, List.of(), List.of());

    /** Leaves out nothing: a list that the sender did not write is empty. */
    public Answers {
        accounts = copy(accounts);
        manYears = copy(manYears);
        services = copy(services);
        comments = copy(comments);
    }

    private static <T> List<T> copy(@Nullable Collection<T> written) {
        return written == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(written));
    }

    /** All man-years together. */
    public ManYears totalManYears() {
        return ManYears.sum(manYears.stream().map(ManYearsAnswer::value).toList());
    }

    /** The same answers with other accounts. */
    public Answers withAccounts(List<AccountAnswer> others) {
        return new Answers(others, manYears, purpose, services, comments);
    }

    /** The same answers with other services. */
    public Answers withServices(List<ServiceAnswer> others) {
        return new Answers(accounts, manYears, purpose, others, comments);
    }

    /** The same answers with other man-years. */
    public Answers withManYears(List<ManYearsAnswer> others) {
        return new Answers(accounts, others, purpose, services, comments);
    }
}

package no.opptrapping.grant.renewals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationContent;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.applications.Origin.Source;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.forms.Answers;
import no.opptrapping.grant.forms.CompiledForm;
import no.opptrapping.grant.forms.FormContent.Question;
import no.opptrapping.grant.reported.Reports.Written;
import no.opptrapping.platform.problems.Pointers;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * Makes the beginning of an application of what was applied for and reported before, and marks each value with where it
 * comes from. After a merger several applications become one: their lines stand one after the other, their amounts are
 * added up, and what can be said only once is said as the largest of them says it, or the municipality's own.
 */
final class Renewal {
    private final List<Application> earlier;
    private final List<Written> reports;
    private final Call call;
    private final Optional<CompiledForm> form;

    private final Map<String, List<Source>> origins = new HashMap<>();
    private final List<NotCarried> left = new ArrayList<>();

    private Renewal(List<Application> earlier, List<Written> reports, Call call, Optional<CompiledForm> form) {
        this.earlier = earlier.stream()
                .sorted(Comparator.comparing((Application one) -> !one.begunBy().equals(one.host()))
                        .thenComparing(Application::asked, Comparator.reverseOrder())
                        .thenComparing(Application::reference))
                .toList();
        this.reports = reports;
        this.call = call;
        this.form = form;
    }

    /** The beginning of the new application, and what of the earlier ones is not in it. */
    record Made(ApplicationContent content, List<NotCarried> left) {}

    /**
     * Makes it.
     *
     * @param earlier of one year, at least one
     * @param reports what has been heard of the awards that came of them, each report's figures of each award
     */
    static Made of(List<Application> earlier, List<Written> reports, Call call, Optional<CompiledForm> form) {
        return new Renewal(earlier, reports, call, form).made();
    }

    private Made made() {
        var first = earlier.getFirst();
        var said = first.content();
        origins.put("/contact", List.of(source(first)));
        origins.put("/asked", all());
        origins.put("/smallestUseful", all());
        var content = new ApplicationContent(
                said.contact(),
                lines("/measures", ApplicationContent::measures),
                lines("/positions", Renewal::positions),
                lines("/budgetLines", ApplicationContent::budgetLines),
                sum(one -> Optional.of(one.asked())).orElse(null),
                ownShare(),
                participants(),
                false,
                call.smallestUsefulAllowed()
                        ? sum(one -> Optional.of(one.content().smallestUseful()))
                                .orElse(Kroner.ZERO)
                        : Kroner.ZERO,
                null,
                null,
                answers(),
                List.of(),
                List.of());
        earlier.stream()
                .filter(one -> one.content().commitment())
                .forEach(one -> left.add(new NotCarried(one.id(), "/commitment", NotCarried.Reason.SAID_ANEW)));
        earlier.stream()
                .skip(1)
                .filter(one -> one.content().contact() != null)
                .forEach(one -> left.add(new NotCarried(one.id(), "/contact", NotCarried.Reason.OTHERWISE_SAID)));
        return new Made(
                content.copied(origins, earlier.stream().map(Application::id).toList()), List.copyOf(left));
    }

    private <L> List<L> lines(String at, Function<ApplicationContent, List<L>> of) {
        var lines = new ArrayList<L>();
        for (var one : earlier) {
            for (var line : of.apply(one.content())) {
                origins.put(at + "/" + lines.size(), List.of(source(one)));
                lines.add(line);
            }
        }
        return lines;
    }

    /** The year in the project is another one now, and has to be said anew. */
    private static List<PositionLine> positions(ApplicationContent content) {
        return content.positions().stream()
                .map(line -> new PositionLine(line.title(), line.percent(), null))
                .toList();
    }

    /** What a report says was the municipality's own is nearer the truth than what an application meant. */
    private @Nullable Kroner ownShare() {
        if (!reports.isEmpty()) {
            origins.put("/ownShare", reported(reports));
            return Kroner.sum(reports.stream().map(Written::ownShare).toList());
        }
        origins.put("/ownShare", all());
        return sum(one -> Optional.ofNullable(one.content().ownShare())).orElse(null);
    }

    private Optional<Kroner> sum(Function<Application, Optional<Kroner>> of) {
        var amounts = earlier.stream().map(of).flatMap(Optional::stream).toList();
        return amounts.isEmpty() ? Optional.empty() : Optional.of(Kroner.sum(amounts));
    }

    /** Each municipality once, with the sum of its shares; one that has ceased is named in what the draft lacks. */
    private List<ParticipantLine> participants() {
        var byNumber = new LinkedHashMap<Object, ParticipantLine>();
        for (var one : earlier) {
            for (var written : one.content().participants()) {
                // Consent is given to one application.
                var line = new ParticipantLine(written.number(), written.share());
                var known = byNumber.merge(line.number() == null ? line : line.number(), line, Renewal::together);
                origins.merge(
                        "/participants/" + List.copyOf(byNumber.values()).indexOf(known),
                        List.of(source(one)),
                        Renewal::both);
            }
        }
        return List.copyOf(byNumber.values());
    }

    private static ParticipantLine together(ParticipantLine one, ParticipantLine other) {
        return one.share() == null || other.share() == null
                ? new ParticipantLine(one.number(), null)
                : new ParticipantLine(one.number(), one.share().plus(other.share()));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        var all = new ArrayList<>(one);
        other.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all;
    }

    /** What is asked again is answered as before, or with what the report says where the form asks for that. */
    private ObjectNode answers() {
        var answers = Answers.none();
        var asked = form.map(
                        one -> one.content().questions().collect(Collectors.toMap(Question::code, Function.identity())))
                .orElse(Map.of());
        for (var one : earlier) {
            one.content().answers().properties().forEach(answer -> {
                var at = "/answers" + Pointers.step(answer.getKey());
                if (!asked.containsKey(answer.getKey())) {
                    left.add(new NotCarried(one.id(), at, NotCarried.Reason.NOT_ASKED));
                } else if (hasFile(answer)) {
                    left.add(new NotCarried(one.id(), at, NotCarried.Reason.FILE));
                } else if (!answers.has(answer.getKey())) {
                    answers.set(answer.getKey(), answer.getValue());
                    origins.put(at, List.of(source(one)));
                } else if (!answers.get(answer.getKey()).equals(answer.getValue())) {
                    left.add(new NotCarried(one.id(), at, NotCarried.Reason.OTHERWISE_SAID));
                }
            });
        }
        asked.values().forEach(question -> prefill(question, answers));
        return answers;
    }

    private boolean hasFile(Map.Entry<String, JsonNode> answer) {
        var alone = Answers.none().<ObjectNode>set(answer.getKey(), answer.getValue());
        return form.stream().anyMatch(one -> !one.files(alone).isEmpty());
    }

    private void prefill(Question question, ObjectNode answers) {
        var figure = question.prefill();
        if (figure == null || reports.isEmpty()) {
            return;
        }
        var node = switch (figure) {
            case RECEIVED -> kroner(Written::received);
            case SPENT -> kroner(Written::spent);
            case UNSPENT -> kroner(Written::unspent);
            case OWN_SHARE -> kroner(Written::ownShare);
            case MAN_YEARS -> manYears();
        };
        node.ifPresent(value -> {
            answers.put(question.code(), value);
            origins.put("/answers" + Pointers.step(question.code()), reported(reports));
        });
    }

    private Optional<BigDecimal> kroner(Function<Written, Kroner> of) {
        return Optional.of(
                BigDecimal.valueOf(Kroner.sum(reports.stream().map(of).toList()).value()));
    }

    /** A report says them once, however many awards it is of. */
    private Optional<BigDecimal> manYears() {
        return reports.stream()
                .collect(Collectors.toMap(Written::report, Written::manYears, (one, _) -> one))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .reduce(BigDecimal::add);
    }

    private List<Source> all() {
        return earlier.stream().map(Renewal::source).toList();
    }

    private static Source source(Application one) {
        return new Source(
                Source.Kind.APPLICATION,
                one.id().value(),
                one.reference(),
                one.year().getValue(),
                one.submittedAt().orElse(null),
                null);
    }

    private static List<Source> reported(List<Written> reports) {
        return reports.stream().map(Renewal::source).distinct().toList();
    }

    private static Source source(Written report) {
        return new Source(
                Source.Kind.REPORT,
                report.report(),
                null,
                report.year().getValue(),
                report.approvedAt().or(report::submittedAt).orElse(null),
                report.approvedAt().isPresent());
    }
}

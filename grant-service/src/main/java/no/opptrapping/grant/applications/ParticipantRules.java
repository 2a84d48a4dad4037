package no.opptrapping.grant.applications;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Who may apply together, and that their shares make up what is asked for. */
final class ParticipantRules {
    private final ApplicationContent content;
    private final KnownMunicipality host;
    private final Map<MunicipalityNumber, NumberStatus> numbers;
    private final List<BrokenRule> broken = new ArrayList<>();

    private ParticipantRules(
            ApplicationContent content, KnownMunicipality host, Map<MunicipalityNumber, NumberStatus> numbers) {
        this.content = content;
        this.host = host;
        this.numbers = numbers;
    }

    /**
     * The broken rules of a joint application.
     *
     * @param numbers what each participant's number stands for today
     */
    static List<BrokenRule> brokenBy(
            ApplicationContent content, KnownMunicipality host, Map<MunicipalityNumber, NumberStatus> numbers) {
        var rules = new ParticipantRules(content, host, numbers);
        if (content.isJoint()) {
            rules.checkEach();
            rules.checkTogether();
        }
        return rules.broken;
    }

    private void checkEach() {
        var seen = new HashSet<MunicipalityNumber>();
        for (var i = 0; i < content.participants().size(); i++) {
            var participant = content.participants().get(i);
            var at = "/participants/" + i;
            checkNumber(participant, at + "/number", seen);
            var share = participant.share();
            if (share == null) {
                add("application.amount-missing", at + "/share");
            } else if (share.isNegative()) {
                add("application.amount-negative", at + "/share", "amount", share);
            }
        }
    }

    private void checkNumber(ParticipantLine participant, String at, Set<MunicipalityNumber> seen) {
        var number = participant.number();
        if (number == null) {
            add("application.participant-number-missing", at);
            return;
        }
        if (!seen.add(number)) {
            add("application.participant-twice", at, "number", number.value());
            return;
        }
        switch (numbers.getOrDefault(number, new NumberStatus.Unknown())) {
            case NumberStatus.Valid(var municipality) -> {}
            case NumberStatus.Unknown() -> add("application.participant-unknown", at, "number", number.value());
            case NumberStatus.Ceased(var successors) ->
                add(
                        "application.participant-ceased",
                        at,
                        "number",
                        number.value(),
                        "successors",
                        successors.stream()
                                .map(successor -> successor.number() + " " + successor.name())
                                .toList());
        }
    }

    private void checkTogether() {
        if (content.participants().stream().noneMatch(one -> host.number().equals(one.number()))) {
            add(
                    "application.host-not-participant",
                    "/participants",
                    "number",
                    host.number().value());
        }
        if (content.participants().size() < 2) {
            add("application.joint-with-nobody", "/participants");
        }
        var asked = content.asked();
        var shares = content.participants().stream()
                .map(participant -> Optional.ofNullable(participant.share()))
                .toList();
        if (asked != null && shares.stream().allMatch(Optional::isPresent)) {
            var sum = Kroner.sum(shares.stream().flatMap(Optional::stream).toList());
            if (!sum.equals(asked)) {
                add("application.shares-do-not-sum", "/participants", "sum", sum, "asked", asked);
            }
        }
    }

    private void add(String code, String pointer, Object... alternatingNameValue) {
        broken.add(BrokenRule.of(code, pointer, alternatingNameValue));
    }
}

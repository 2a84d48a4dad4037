package no.opptrapping.grant.allocation.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** Joins the applications of those that have become one municipality, which has one ceiling and asks once. */
final class JoinedApplications {
    private final Lineage lineage;

    JoinedApplications(Lineage lineage) {
        this.lineage = lineage;
    }

    /** The applications; those to the calls that have a municipality in common are one. */
    List<RunInputs.Application> joined(List<RunInputs.Application> applications, Set<String> calls) {
        var joined = new ArrayList<RunInputs.Application>();
        for (var one : applications) {
            if (!calls.contains(one.call())) {
                joined.add(one);
                continue;
            }
            var whole = one;
            for (var other = sharing(whole, joined); other != null; other = sharing(whole, joined)) {
                joined.remove(other);
                whole = together(other, whole);
            }
            joined.add(whole);
        }
        return joined;
    }

    private static RunInputs.@Nullable Application sharing(
            RunInputs.Application one, List<RunInputs.Application> joined) {
        var own = municipalities(one);
        return joined.stream()
                .filter(other -> other.call().equals(one.call())
                        && municipalities(other).stream().anyMatch(own::contains))
                .findFirst()
                .orElse(null);
    }

    /** The host, and those that have a part. */
    private static Set<MunicipalityId> municipalities(RunInputs.Application one) {
        var all = new HashSet<MunicipalityId>();
        all.add(Lineage.identity(one.municipality()));
        one.participants().stream()
                .filter(participant -> participant.share() > 0)
                .forEach(participant -> all.add(Lineage.identity(participant.municipality())));
        return all;
    }

    private RunInputs.Application together(RunInputs.Application first, RunInputs.Application second) {
        var shares = new TreeMap<MunicipalityId, Kroner>();
        for (var one : List.of(first, second)) {
            one.parts(Kroner.of(one.asked())).forEach((id, share) -> shares.merge(id, share, Kroner::plus));
        }
        return new RunInputs.Application(
                first.call(),
                first.id(),
                first.reference(),
                first.municipality(),
                first.number(),
                first.asked() + second.asked(),
                first.assessed() + second.assessed(),
                first.smallestUseful() + second.smallestUseful(),
                first.rank(),
                first.score(),
                first.submittedAt(),
                shares.size() < 2 ? List.of() : participants(shares),
                null);
    }

    private List<RunInputs.Participant> participants(Map<MunicipalityId, Kroner> shares) {
        return shares.entrySet().stream()
                .map(one -> new RunInputs.Participant(
                        one.getKey().toString(),
                        lineage.number(one.getKey()).orElse(""),
                        one.getValue().value()))
                .toList();
    }
}

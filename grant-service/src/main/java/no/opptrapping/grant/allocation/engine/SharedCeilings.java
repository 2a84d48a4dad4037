package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.opptrapping.grant.allocation.engine.WithinCeiling.Request;
import no.opptrapping.platform.values.Kroner;

/** Which requests have municipalities in common, and what each has of what they have together: as it asked. */
final class SharedCeilings {
    /** Requests by their places, and everybody that they are of. */
    record Group(List<Integer> requests, Set<Recipient> of) {}

    private final List<Request> requests;
    private final List<Group> groups;
    private final BigInteger scale;

    private SharedCeilings(List<Request> requests, List<Group> groups) {
        this.requests = requests;
        this.groups = groups;
        this.scale = groups.stream()
                .filter(group -> group.requests().size() > 1)
                .map(this::asked)
                .filter(asked -> asked.signum() > 0)
                .distinct()
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    static SharedCeilings of(List<Request> requests) {
        var groups = new ArrayList<Group>();
        for (var i = 0; i < requests.size(); i++) {
            var places = new ArrayList<>(List.of(i));
            var of = new TreeSet<>(requests.get(i).of());
            for (var other : List.copyOf(groups)) {
                if (!Collections.disjoint(other.of(), of)) {
                    groups.remove(other);
                    places.addAll(other.requests());
                    of.addAll(other.of());
                }
            }
            groups.add(new Group(places.stream().sorted().toList(), of));
        }
        return new SharedCeilings(requests, groups);
    }

    List<Group> groups() {
        return groups;
    }

    /** What every weight is multiplied by, so that parts of them are whole numbers too. */
    BigInteger scale() {
        return scale;
    }

    boolean isShared(int request) {
        return groupOf(request).requests().size() > 1;
    }

    /** Gives each of the group its part of their weight and of their ceiling. */
    void divide(Group group, BigInteger weight, BigInteger[] weights, long ceiling, long[] ceilings) {
        var asked = asked(group);
        if (group.requests().size() == 1 || asked.signum() == 0) {
            for (var i : group.requests()) {
                weights[i] = weight.multiply(scale);
                ceilings[i] = ceiling;
            }
            return;
        }
        var parts = Split.of(
                Kroner.of(ceiling),
                group.requests().stream().map(i -> requests.get(i).asked()).toList());
        for (var place = 0; place < parts.size(); place++) {
            int i = group.requests().get(place);
            weights[i] = weight.multiply(scale)
                    .multiply(BigInteger.valueOf(requests.get(i).asked().value()))
                    .divide(asked);
            ceilings[i] = parts.get(place).value();
        }
    }

    /** The request's part of what its group has. */
    long part(int request, long ofGroup) {
        var group = groupOf(request);
        var asked = asked(group);
        return group.requests().size() == 1 || asked.signum() == 0
                ? ofGroup
                : BigInteger.valueOf(ofGroup)
                        .multiply(
                                BigInteger.valueOf(requests.get(request).asked().value()))
                        .divide(asked)
                        .longValueExact();
    }

    private Group groupOf(int request) {
        return groups.stream()
                .filter(group -> group.requests().contains(request))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No request " + request));
    }

    private BigInteger asked(Group group) {
        return group.requests().stream()
                .map(i -> BigInteger.valueOf(requests.get(i).asked().value()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}

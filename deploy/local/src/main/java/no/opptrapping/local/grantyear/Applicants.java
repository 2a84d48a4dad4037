package no.opptrapping.local.grantyear;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import no.opptrapping.local.grantyear.Applicant.Conduct;

/**
 * Draws who applies for what, from a seed alone: about seven of ten municipalities, sizes in proportion to their
 * inhabitants. The same seed and the same municipalities give the same applications.
 */
final class Applicants {
    private static final int APPLY_OF_A_HUNDRED = 70;
    private static final int INHABITANTS_PER_POSITION = 7_500;
    private static final int MOST_POSITIONS = 60;
    private static final long KRONER_PER_POSITION = 330_000;
    private static final long OWN_SHARE_PER_POSITION = 270_000;
    private static final long KRONER_PER_MEASURE = 45_000;
    private static final int INCOMPLETE_EVERY = 9;
    private static final int CONTINUING_BUT_EVERY = 3;
    private static final int PARTICIPANTS_BESIDE_HOST = 2;
    private static final List<String> MEASURES = List.of(
            "general-consultant",
            "work-and-activity",
            "early-intervention",
            "leisure-with-support",
            "low-threshold-health",
            "ambulant-outreach",
            "social-housing",
            "staffed-housing",
            "lar-follow-up",
            "trusted-person",
            "competence");

    private final SplittableRandom random;

    Applicants(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The applications of a year, in order of the hosts' numbers: one joint, one late, one withdrawn among them. */
    List<Applicant> among(List<Place> places) {
        var candidates = places.stream().filter(Place::canSignIn).sorted().toList();
        var joint = jointApplication(candidates);
        var taken = new HashSet<>(joint);
        var applying = candidates.stream()
                .filter(place -> !taken.contains(place))
                .filter(place -> random.nextInt(100) < APPLY_OF_A_HUNDRED)
                .toList();
        var applicants = new ArrayList<Applicant>();
        if (!joint.isEmpty()) {
            applicants.add(applicant(joint.getFirst(), joint.subList(1, joint.size()), Conduct.PLAIN));
        }
        IntStream.range(0, applying.size())
                .mapToObj(index -> applicant(applying.get(index), List.of(), conduct(index, applying.size())))
                .forEach(applicants::add);
        return List.copyOf(applicants);
    }

    /** The host and the participants: the first county where three municipalities of fitting sizes are found. */
    private static List<Place> jointApplication(List<Place> candidates) {
        for (var host : candidates) {
            if (host.population() >= 5_000 && host.population() <= 12_000) {
                var small = candidates.stream()
                        .filter(other -> other.county().equals(host.county()) && other.population() < 4_000)
                        .limit(PARTICIPANTS_BESIDE_HOST)
                        .toList();
                if (small.size() == PARTICIPANTS_BESIDE_HOST) {
                    var together = new ArrayList<Place>();
                    together.add(host);
                    together.addAll(small);
                    return together;
                }
            }
        }
        return List.of();
    }

    /** Whether the municipality carries on what it applied for last year. */
    static boolean isContinuing(String number) {
        return Integer.parseInt(number) % CONTINUING_BUT_EVERY != 0;
    }

    private static Conduct conduct(int index, int count) {
        if (index == count / 3) {
            return Conduct.LATE;
        }
        if (index == count / 2) {
            return Conduct.WITHDRAWN;
        }
        return index % INCOMPLETE_EVERY == 0 ? Conduct.CORRECTED : Conduct.PLAIN;
    }

    private Applicant applicant(Place host, List<Place> participants, Conduct conduct) {
        var people = host.population()
                + participants.stream().mapToLong(Place::population).sum();
        var positions = Math.clamp(1 + people / INHABITANTS_PER_POSITION, 1, MOST_POSITIONS);
        var count = Math.min(MEASURES.size(), 1 + random.nextInt(1 + Math.min(4, positions)));
        var first = random.nextInt(MEASURES.size());
        var measures = IntStream.range(0, count)
                .mapToObj(index -> MEASURES.get((first + index) % MEASURES.size()))
                .toList();
        var positionMoney = positions * KRONER_PER_POSITION;
        var perMeasure = positionMoney / count;
        var asked = IntStream.range(0, count)
                .mapToObj(index ->
                        KRONER_PER_MEASURE + (index == 0 ? positionMoney - perMeasure * (count - 1) : perMeasure))
                .toList();
        return new Applicant(
                host,
                participants,
                conduct,
                isContinuing(host.number()),
                positions,
                measures,
                asked,
                positions * OWN_SHARE_PER_POSITION);
    }
}

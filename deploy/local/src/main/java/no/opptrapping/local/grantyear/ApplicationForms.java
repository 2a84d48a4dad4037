package no.opptrapping.local.grantyear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes an applicant's application as the API wants it, whole or with something missing. */
final class ApplicationForms {
    private static final int PARTICIPANT_SHARE_PERCENT = 20;

    private ApplicationForms() {}

    /** Everything that the call asks for. */
    static Map<String, Object> complete(String callId, Applicant applicant) {
        var form = new LinkedHashMap<String, Object>();
        form.put("callId", callId);
        form.put("contact", contact(applicant.host()));
        form.put("measures", measures(applicant));
        form.put(
                "positions",
                IntStream.rangeClosed(1, applicant.positions())
                        .mapToObj(n -> Map.of(
                                "title", "Ruskonsulent " + n, "percent", 100, "year", applicant.continuing() ? 2 : 1))
                        .toList());
        form.put(
                "budgetLines",
                List.of(
                        Map.of("kind", "wages", "text", "Lønn", "amount", wages(applicant)),
                        Map.of("kind", "purchases", "text", "Drift av tiltakene", "amount", purchases(applicant))));
        form.put("asked", applicant.asked());
        form.put("ownShare", applicant.ownShare());
        form.put("participants", participants(applicant));
        form.put("commitment", true);
        form.put("smallestUseful", 0);
        form.put("answers", CallForm.answers(applicant));
        form.put(
                "filledInBy",
                Map.of("name", "Ruskoordinatoren i " + applicant.host().name(), "function", "Rådgiver"));
        return form;
    }

    /** Three things that stop it: nobody to ask, no commitment to go on, and measures that do not add up. */
    static Map<String, Object> incomplete(String callId, Applicant applicant) {
        var form = complete(callId, applicant);
        form.remove("contact");
        form.put("commitment", false);
        form.put("asked", applicant.asked() + 1_000);
        return form;
    }

    private static Map<String, Object> contact(Place place) {
        return Map.of(
                "name", "Rådgiver for rusarbeid, " + place.name(),
                "email", "rusarbeid@" + place.number() + ".kommune.example",
                "phone", "+4721000000");
    }

    private static List<Map<String, Object>> measures(Applicant applicant) {
        return IntStream.range(0, applicant.measures().size())
                .mapToObj(index -> Map.<String, Object>of(
                        "code",
                        applicant.measures().get(index),
                        "title",
                        "Tiltak " + (index + 1) + " i " + applicant.host().name(),
                        "description",
                        "Oppdiktet tiltak for personer med rusproblemer.",
                        "amount",
                        applicant.askedPerMeasure().get(index)))
                .toList();
    }

    private static long purchases(Applicant applicant) {
        return applicant.asked() / 10;
    }

    private static long wages(Applicant applicant) {
        return applicant.asked() + applicant.ownShare() - purchases(applicant);
    }

    /** What a participant is to have, in kroner. */
    static long share(Applicant applicant, Place participant) {
        var each = applicant.asked() * PARTICIPANT_SHARE_PERCENT / 100;
        return participant.equals(applicant.host())
                ? applicant.asked() - each * applicant.participants().size()
                : each;
    }

    /** The host's and the participants' shares; none for an application of one's own. */
    private static List<Map<String, Object>> participants(Applicant applicant) {
        return applicant.participants().isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(applicant.host()), applicant.participants().stream())
                        .map(place ->
                                Map.<String, Object>of("number", place.number(), "share", share(applicant, place)))
                        .toList();
    }
}

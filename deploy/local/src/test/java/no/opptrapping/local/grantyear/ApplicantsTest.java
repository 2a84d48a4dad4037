package no.opptrapping.local.grantyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.opptrapping.local.grantyear.Applicant.Conduct;
import org.junit.jupiter.api.Test;

class ApplicantsTest {
    private static final List<Place> PLACES = IntStream.range(0, 357)
            .mapToObj(index -> new Place(
                    "%04d".formatted(1_000 + index),
                    "Sted " + index,
                    "%02d".formatted(10 + index / 20),
                    index == 5 ? Optional.empty() : Optional.of("938801363"),
                    500L + 3_000L * (index % 20)))
            .toList();

    @Test
    void sameSeedGivesTheSameApplications() {
        assertThat(new Applicants(42).among(PLACES)).isEqualTo(new Applicants(42).among(PLACES));
        assertThat(new Applicants(42).among(PLACES)).isNotEqualTo(new Applicants(43).among(PLACES));
    }

    @Test
    void someTwoHundredAndFiftyApplyOfWhomOneIsLateOneWithdrawsAndOneIsJoint() {
        var applicants = new Applicants(42).among(PLACES);
        assertThat(applicants).hasSizeBetween(220, 280);
        assertThat(applicants).filteredOn(a -> a.conduct() == Conduct.LATE).hasSize(1);
        assertThat(applicants).filteredOn(a -> a.conduct() == Conduct.WITHDRAWN).hasSize(1);
        assertThat(applicants).filteredOn(a -> a.conduct() == Conduct.CORRECTED).hasSizeGreaterThan(20);
        assertThat(applicants).filteredOn(a -> !a.participants().isEmpty()).hasSize(1);
    }

    @Test
    void nobodyAppliesTwiceAndNobodyWithoutAnOrganisationNumber() {
        var applicants = new Applicants(42).among(PLACES);
        var all = applicants.stream().map(Applicant::host).toList();
        var participants =
                applicants.stream().flatMap(a -> a.participants().stream()).toList();
        assertThat(all).doesNotHaveDuplicates().allMatch(Place::canSignIn).doesNotContainAnyElementsOf(participants);
    }

    @Test
    void measuresAddUpToWhatIsAskedAndTheBudgetCoversIt() {
        assertThat(new Applicants(42).among(PLACES)).allSatisfy(applicant -> {
            var form = ApplicationForms.complete("call", applicant);
            assertThat(sum(form.get("measures"), "amount")).isEqualTo(form.get("asked"));
            assertThat(sum(form.get("budgetLines"), "amount")).isEqualTo(applicant.asked() + applicant.ownShare());
            if (!applicant.participants().isEmpty()) {
                assertThat(sum(form.get("participants"), "share")).isEqualTo(applicant.asked());
            }
        });
    }

    private static long sum(Object rows, String field) {
        return ((List<?>) rows)
                .stream()
                        .mapToLong(row -> (Long) ((java.util.Map<?, ?>) row).get(field))
                        .sum();
    }
}

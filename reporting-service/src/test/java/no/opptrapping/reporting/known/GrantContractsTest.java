package no.opptrapping.reporting.known;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.forms.Forms;
import no.opptrapping.reporting.forms.Measures;
import org.junit.jupiter.api.Test;

/** What grant-service has promised to publish is what this service reads. */
class GrantContractsTest {
    private final ContractSamples grants = ContractSamples.ownedBy("grant-service");

    @Test
    void readsEveryApprovedAward() {
        var samples = grants.samples("award.v1");
        assertThat(samples).isNotEmpty();
        for (var number = 1; number <= samples.size(); number++) {
            var award = grants.event("award.v1", number, "a", 1).dataAs(KnownAward.class);
            assertThat(Kroner.sum(award.participants().stream()
                            .map(KnownAward.Share::amount)
                            .toList()))
                    .isEqualTo(award.amount());
            assertThat(award.measures()).extracting(KnownAward.Measure::code).isSubsetOf(Measures.CODES);
            assertThat(award.reporting().dueOn()).isAfter(award.reporting().opensOn());
            assertThat(new Forms().newestEdition(award.reporting().form(), award.year()))
                    .isPositive();
        }
    }

    @Test
    void readsEveryApprovedPayment() {
        var samples = grants.samples("payment.v1");
        assertThat(samples).isNotEmpty();
        for (var number = 1; number <= samples.size(); number++) {
            var payment = grants.event("payment.v1", number, "p", 1).dataAs(KnownPayment.class);
            assertThat(payment.amount().isPositive()).isTrue();
            assertThat(payment.status()).isNotNull();
            assertThat(payment.awardId()).isNotNull();
        }
    }

    @Test
    void readsEveryApprovedCarryOver() {
        var samples = grants.samples("carry-over.v1");
        assertThat(samples).isNotEmpty();
        for (var number = 1; number <= samples.size(); number++) {
            var carryOver = grants.event("carry-over.v1", number, "c", 1).dataAs(KnownCarryOver.class);
            assertThat(carryOver.carriedOver().isNegative()).isFalse();
            assertThat(carryOver.reporting().dueOn().getYear())
                    .isEqualTo(carryOver.toYear().getValue() + 1);
            assertThat(new Forms().newestEdition(carryOver.reporting().form(), carryOver.toYear()))
                    .isPositive();
        }
    }

    @Test
    void readsEveryApprovedFrameworkAllocation() {
        var samples = grants.samples("framework-allocation.v1");
        assertThat(samples).isNotEmpty();
        for (var number = 1; number <= samples.size(); number++) {
            var allocation =
                    grants.event("framework-allocation.v1", number, "f", 1).dataAs(KnownFrameworkAllocation.class);
            assertThat(allocation.municipalityId()).isNotNull();
            assertThat(allocation.reporting().size()).isNotNull();
            assertThat(allocation.reporting().auditorThreshold()).isNull();
        }
    }
}

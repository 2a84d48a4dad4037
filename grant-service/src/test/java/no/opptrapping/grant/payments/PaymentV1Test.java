package no.opptrapping.grant.payments;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.junit.jupiter.api.Test;

class PaymentV1Test {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Instant NOW = Instant.parse("2025-05-01T09:00:00Z");

    @Test
    void tellsOfAPaymentThatWasOrdered() throws JsonProcessingException {
        ContractSamples.ownedBy("grant-service").assertApproved("payment.v1", 1, written(ordered()));
    }

    @Test
    void tellsOfAPaymentThatWasConfirmed() throws JsonProcessingException {
        var confirmed = ordered()
                .approvedBy(new Payment.Act("kari", NOW))
                .confirmedBy(new Payment.Confirmation("bank", NOW, LocalDate.of(2025, 5, 2), "B1"));
        ContractSamples.ownedBy("grant-service").assertApproved("payment.v1", 2, written(confirmed));
    }

    @Test
    void tellsWhyTheMoneyDidNotArrive() throws JsonProcessingException {
        var returned = ordered()
                .approvedBy(new Payment.Act("kari", NOW))
                .sent(new PaymentProgress.Sending("bank", NOW, 1))
                .confirmedBy(new Payment.Confirmation("bank", NOW, LocalDate.of(2025, 5, 2), "B1"))
                .returned(new PaymentProgress.Failure(
                        "bank", NOW, LocalDate.of(2025, 5, 5), "AC04", Optional.of("Kontoen er avsluttet")));
        ContractSamples.ownedBy("grant-service").assertApproved("payment.v1", 3, written(returned));
    }

    @Test
    void isNeverApprovedByTheOneWhoOrderedIt() {
        assertThatThrownBy(() -> ordered().approvedBy(new Payment.Act("ada", NOW)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNeverConfirmedBeforeItIsApproved() {
        assertThatThrownBy(() ->
                        ordered().confirmedBy(new Payment.Confirmation("bank", NOW, LocalDate.of(2025, 5, 2), "B1")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String written(Payment payment) throws JsonProcessingException {
        return JSON.writeValueAsString(PaymentV1.of(payment));
    }

    private static Payment ordered() {
        return new Payment(
                new PaymentId(new UUID(0, 51)),
                Optional.empty(),
                1,
                PaymentStatus.ORDERED,
                new AwardId(new UUID(0, 1)),
                "76562-2025-0001",
                new SchemeId(new UUID(0, 31)),
                Year.of(2025),
                new MunicipalityId(new UUID(0, 11)),
                new MunicipalityId(new UUID(0, 11)),
                Kroner.of(1_400_000),
                LocalDate.of(2025, 5, 2),
                new AccountNumber("86011117947"),
                false,
                new Payment.Act("ada", NOW),
                PaymentProgress.NONE);
    }
}

package no.opptrapping.grant.awards;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.register.LargestRemainder;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * What an adopted allocation run gives one recipient.
 *
 * @param number the recipient's number in the run's structure
 * @param call the call that was applied to, whose version of the scheme's rules the award is made under; empty: the run's
 * @param amount zero or more; nothing is awarded for zero
 * @param participants the shares of a joint award, which sum to the amount; empty when it is the recipient's alone
 * @param continues the earlier award whose promise it keeps
 * @param reasons why the amount is what it is, in words, for the letter
 */
public record AdoptedAmount(
        MunicipalityId recipient,
        MunicipalityNumber number,
        Optional<ApplicationId> application,
        Optional<CallId> call,
        Kroner amount,
        List<ParticipantShare> participants,
        Optional<Continued> continues,
        List<LocalisedText> reasons) {
    /** An amount that is not explained. */
    public AdoptedAmount(
            MunicipalityId recipient,
            MunicipalityNumber number,
            Optional<ApplicationId> application,
            Optional<CallId> call,
            Kroner amount,
            List<ParticipantShare> participants,
            Optional<Continued> continues) {
        this(recipient, number, application, call, amount, participants, continues, List.of());
    }

    /** An amount that keeps no earlier promise. */
    public AdoptedAmount(
            MunicipalityId recipient,
            MunicipalityNumber number,
            Optional<ApplicationId> application,
            Optional<CallId> call,
            Kroner amount,
            List<ParticipantShare> participants) {
        this(recipient, number, application, call, amount, participants, Optional.empty());
    }

    public AdoptedAmount {
        participants = List.copyOf(participants);
        reasons = List.copyOf(reasons);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("An award is not negative: " + number + " " + amount);
        }
        if (!participants.isEmpty()) {
            var shares = Kroner.sum(
                    participants.stream().map(ParticipantShare::share).toList());
            if (!shares.equals(amount)) {
                throw new IllegalArgumentException("The shares of " + number + " sum to " + shares + ", not " + amount);
            }
        }
    }

    /** Another amount of the same, shared in the same proportion. */
    public AdoptedAmount of(Kroner other) {
        var parts = LargestRemainder.split(
                other,
                participants.stream()
                        .map(one -> BigDecimal.valueOf(one.share().value()))
                        .toList());
        return new AdoptedAmount(
                recipient,
                number,
                application,
                call,
                other,
                IntStream.range(0, participants.size())
                        .mapToObj(i -> participants.get(i).of(parts.get(i)))
                        .toList(),
                continues,
                reasons);
    }

    /** The shares, also of an award that is the recipient's alone. */
    List<ParticipantShare> shares() {
        return participants.isEmpty() ? List.of(new ParticipantShare(recipient, number, amount)) : participants;
    }
}

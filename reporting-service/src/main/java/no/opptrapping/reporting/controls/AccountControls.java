package no.opptrapping.reporting.controls;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.controls.ReportUnderControl.Accountable;
import no.opptrapping.reporting.forms.AccountAnswer;

/** Rules about the accounts of each award. */
final class AccountControls {
    /** When more than one part in this many of what was received is left, the municipality says why. */
    private static final long EXPLAINED_PART = 10;

    private AccountControls() {}

    /** An account with its place in the answers. */
    private record Placed(AccountAnswer account, int index) {
        Breach at(String field) {
            return Breach.at("/accounts/" + index + "/" + field);
        }

        /** The amounts that every account must have. */
        Stream<Amount> amounts() {
            return Stream.of(
                    new Amount("received", Optional.ofNullable(account.received())),
                    new Amount("spent", Optional.ofNullable(account.spent())),
                    new Amount("unspent", Optional.ofNullable(account.unspent())));
        }
    }

    private record Amount(String field, Optional<Kroner> value) {}

    private static Stream<Placed> placed(ReportUnderControl report) {
        var accounts = report.answers().accounts();
        return IntStream.range(0, accounts.size()).mapToObj(index -> new Placed(accounts.get(index), index));
    }

    static Stream<Breach> awardUnknown(ReportUnderControl report) {
        return placed(report).filter(placed -> award(report, placed).isEmpty()).map(placed -> placed.at("awardId"));
    }

    static Stream<Breach> awardTwice(ReportUnderControl report) {
        return placed(report)
                .filter(placed -> report.answers().accounts().stream()
                        .limit(placed.index)
                        .anyMatch(earlier -> earlier.awardId().equals(placed.account.awardId())))
                .map(placed -> placed.at("awardId"));
    }

    static Stream<Breach> awardMissing(ReportUnderControl report) {
        return report.accountable().stream()
                .filter(award -> report.answers().accounts().stream()
                        .noneMatch(account -> account.awardId().equals(award.awardId())))
                .map(award -> Breach.at("/accounts").with("reference", award.reference()));
    }

    static Stream<Breach> amountMissing(ReportUnderControl report) {
        return placed(report)
                .flatMap(placed -> placed.amounts()
                        .filter(amount -> amount.value().isEmpty())
                        .map(amount -> placed.at(amount.field())));
    }

    static Stream<Breach> amountNegative(ReportUnderControl report) {
        return placed(report)
                .flatMap(placed -> Stream.concat(
                                placed.amounts(),
                                Stream.of(
                                        new Amount("ownShare", Optional.ofNullable(placed.account.ownShare())),
                                        new Amount("carriedIn", Optional.ofNullable(placed.account.carriedIn()))))
                        .filter(amount ->
                                amount.value().filter(Kroner::isNegative).isPresent())
                        .map(amount -> placed.at(amount.field())));
    }

    static Stream<Breach> receivedIsNotWhatWasPaid(ReportUnderControl report) {
        return placed(report).flatMap(placed -> {
            var received = placed.account.received();
            return award(report, placed)
                    .filter(award -> received != null && !received.equals(award.paid()))
                    .map(award -> placed.at("received").with("paid", award.paid()))
                    .stream();
        });
    }

    static Stream<Breach> carriedInIsNotWhatWasCarriedOver(ReportUnderControl report) {
        return placed(report)
                .flatMap(placed -> award(report, placed)
                        .filter(award -> !placed.account.broughtForward().equals(award.carriedIn()))
                        .map(award -> placed.at("carriedIn").with("carried", award.carriedIn()))
                        .stream());
    }

    static Stream<Breach> notBalanced(ReportUnderControl report) {
        return placed(report).flatMap(placed -> {
            var received = placed.account.toAccountFor();
            var spent = placed.account.spent();
            var unspent = placed.account.unspent();
            if (received == null || spent == null || unspent == null) {
                return Stream.empty();
            }
            var difference = received.minus(spent.plus(unspent));
            return difference.isZero()
                    ? Stream.empty()
                    : Stream.of(placed.at("spent")
                            .with("spent", spent)
                            .with("unspent", unspent)
                            .with("received", received)
                            .with("difference", difference));
        });
    }

    static Stream<Breach> attestationMissing(ReportUnderControl report) {
        return placed(report)
                .filter(placed -> !Boolean.TRUE.equals(placed.account.auditorAttested()))
                .flatMap(placed -> award(report, placed)
                        .flatMap(AccountControls::thresholdReached)
                        .map(threshold -> placed.at("auditorAttested").with("threshold", threshold))
                        .stream());
    }

    private static Optional<Kroner> thresholdReached(Accountable award) {
        return award.auditorThreshold().filter(threshold -> award.toAccountFor().compareTo(threshold) >= 0);
    }

    static Stream<Breach> deviationUnexplained(ReportUnderControl report) {
        return placed(report).flatMap(placed -> {
            var received = placed.account.toAccountFor();
            var unspent = placed.account.unspent();
            var why = placed.account.deviationExplained();
            return received != null
                            && unspent != null
                            && (why == null || why.isBlank())
                            && muchIsLeft(received, unspent)
                    ? Stream.of(placed.at("deviationExplained").with("unspent", unspent))
                    : Stream.empty();
        });
    }

    private static boolean muchIsLeft(Kroner received, Kroner unspent) {
        return unspent.value() > Math.max(0, received.value() / EXPLAINED_PART);
    }

    private static Optional<Accountable> award(ReportUnderControl report, Placed placed) {
        return report.award(placed.account.awardId());
    }
}

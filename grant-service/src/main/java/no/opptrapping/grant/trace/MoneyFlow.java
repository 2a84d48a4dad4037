package no.opptrapping.grant.trace;

import static no.opptrapping.grant.ledger.Account.AWARDED_UNPAID;
import static no.opptrapping.grant.ledger.Account.CARRIED_OVER;
import static no.opptrapping.grant.ledger.Account.CARRIED_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.CLAIM;
import static no.opptrapping.grant.ledger.Account.PAID_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.REPAID;
import static no.opptrapping.grant.ledger.Account.SPENT;
import static no.opptrapping.grant.ledger.Account.UNSPENT;
import static no.opptrapping.grant.ledger.Account.WRITTEN_OFF;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the money of an award is, and the way it has come there: it follows from the ledger's balances alone, and what comes
 * to a node is what goes on from it or is there still.
 *
 * @param nodes those that have money, each after the one that it comes from
 * @param links from one node to another, in the order of the latter
 */
public record MoneyFlow(List<Node> nodes, List<Link> links) {
    /** What has become of money. */
    @Schema(name = "MoneyPlace")
    public enum Place {
        /** Awarded, and given in the year. */
        AWARDED,
        /** Not paid yet. */
        UNPAID,
        /** Paid. */
        PAID,
        /** Carried over into the year, where it is paid already. */
        CARRIED_IN,
        /** Not accounted for yet in an approved report. */
        UNREPORTED,
        /** Spent on the purpose. */
        SPENT,
        /** Left over. */
        UNSPENT,
        /** Claimed back. */
        CLAIMED,
        /** Paid back. */
        REPAID,
        /** Claimed back, and given up. */
        WRITTEN_OFF;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Money in one place.
     *
     * @param id of its place and year, for example {@code spent-2025}
     * @param step how many links it is from the award
     */
    public record Node(String id, Place place, int year, int step, Kroner amount) {
        static Node of(Place place, Year year, int step, Kroner amount) {
            return new Node(place.code() + "-" + year, place, year.getValue(), step, amount);
        }
    }

    /** Money that has come from one node to another. */
    public record Link(String from, String to, Kroner amount) {}

    private static final List<Account> ACCOUNTED = List.of(SPENT, UNSPENT, CARRIED_OVER, CLAIM, REPAID, WRITTEN_OFF);

    public MoneyFlow {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /**
     * The flow of an award.
     *
     * @param standings how it stands in each of its years, the one that it was given for first
     */
    public static MoneyFlow of(List<AwardStanding> standings) {
        var flow = new Building();
        for (var standing : standings) {
            var isOwn = standing.equals(standings.getFirst());
            var reached = Kroner.sum(ACCOUNTED.stream().map(standing::on).toList());
            var arrived = reached.plus(standing.on(isOwn ? PAID_UNREPORTED : CARRIED_UNREPORTED));
            if (isOwn) {
                var awarded =
                        flow.add(Node.of(Place.AWARDED, standing.year(), 0, arrived.plus(standing.on(AWARDED_UNPAID))));
                flow.come(awarded, Place.UNPAID, standing.year(), standing.on(AWARDED_UNPAID));
                flow.goOn(standing, flow.come(awarded, Place.PAID, standing.year(), arrived), PAID_UNREPORTED);
            } else {
                flow.find(Place.CARRIED_IN, standing.year())
                        .forEach(carriedIn -> flow.goOn(standing, carriedIn, CARRIED_UNREPORTED));
            }
        }
        return new MoneyFlow(flow.nodes, flow.links);
    }

    private static final class Building {
        private final List<Node> nodes = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();

        Node add(Node node) {
            if (!node.amount().isZero()) {
                nodes.add(node);
            }
            return node;
        }

        @CanIgnoreReturnValue
        Node come(Node from, Place place, Year year, Kroner amount) {
            var to = add(Node.of(place, year, from.step() + 1, amount));
            if (!amount.isZero()) {
                links.add(new Link(from.id(), to.id(), amount));
            }
            return to;
        }

        void goOn(AwardStanding standing, Node from, Account unreported) {
            var year = standing.year();
            come(from, Place.UNREPORTED, year, standing.on(unreported));
            come(from, Place.SPENT, year, standing.on(SPENT));
            come(from, Place.UNSPENT, year, standing.on(UNSPENT));
            come(from, Place.CLAIMED, year, standing.on(CLAIM));
            come(from, Place.REPAID, year, standing.on(REPAID));
            come(from, Place.WRITTEN_OFF, year, standing.on(WRITTEN_OFF));
            come(from, Place.CARRIED_IN, year.plusYears(1), standing.on(CARRIED_OVER));
        }

        List<Node> find(Place place, Year year) {
            return nodes.stream()
                    .filter(node -> node.place() == place && node.year() == year.getValue())
                    .toList();
        }
    }
}

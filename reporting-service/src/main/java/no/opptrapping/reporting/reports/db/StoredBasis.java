package no.opptrapping.reporting.reports.db;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.reports.Basis;

/** What a room was opened for, as JSON: what had been received for each obligation, ordered. */
record StoredBasis(List<Received> obligations) {
    record Received(ObligationId obligation, Kroner amount) {}

    static StoredBasis of(Basis basis) {
        return new StoredBasis(basis.received().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Received(entry.getKey(), entry.getValue()))
                .toList());
    }

    Map<ObligationId, Kroner> received() {
        return obligations.stream().collect(Collectors.toMap(Received::obligation, Received::amount));
    }
}

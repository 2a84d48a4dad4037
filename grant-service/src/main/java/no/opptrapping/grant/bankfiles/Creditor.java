package no.opptrapping.grant.bankfiles;

import java.util.Optional;
import no.opptrapping.platform.values.OrganisationNumber;

/** A municipality that is paid, as the bank is told of it. */
record Creditor(String name, Optional<OrganisationNumber> organisation) {}

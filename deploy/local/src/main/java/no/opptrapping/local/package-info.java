/** {@code deploy/up}: the whole system on one machine, and the contract for the scenario that is run in it. */
@NullMarked
package no.opptrapping.local;

import org.jspecify.annotations.NullMarked;

/** Why a municipality gets another amount than it did: the change between two runs, cause by cause, to the krone. */
@NullMarked
package no.opptrapping.grant.allocation.changes;

import org.jspecify.annotations.NullMarked;

/** The framework allocations' table. */
@NullMarked
package no.opptrapping.grant.framework.db;

import org.jspecify.annotations.NullMarked;

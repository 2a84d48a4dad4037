/** The schema of a service's database: made by its owner, as a step of its own, and only used by the running service. */
@NullMarked
package no.opptrapping.platform.database;

import org.jspecify.annotations.NullMarked;

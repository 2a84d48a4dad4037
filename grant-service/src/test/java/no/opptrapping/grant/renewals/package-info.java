@NullMarked
package no.opptrapping.grant.renewals;

import org.jspecify.annotations.NullMarked;

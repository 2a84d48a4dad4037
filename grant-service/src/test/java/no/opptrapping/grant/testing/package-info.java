/** What the tests of grant-service's rooms share. */
@NullMarked
package no.opptrapping.grant.testing;

import org.jspecify.annotations.NullMarked;

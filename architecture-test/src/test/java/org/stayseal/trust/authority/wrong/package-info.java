/** What the classes that break the rules reach for. */
@NullMarked
package org.stayseal.trust.authority.wrong;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.util.Comparator;
import java.util.List;
import org.cabildo.identity.Memberships;
import org.cabildo.identity.People;
import org.cabildo.platform.Colleagues;
import org.cabildo.platform.Site;
import org.springframework.stereotype.Component;

/** Colleagues are the members whose roles give the permission. */
@Component
class StoredColleagues implements Colleagues {

    private static final int MOST = 500;

    private final People people;

    StoredColleagues(People people) {
        this.people = people;
    }

    @Override
    public List<Colleague> with(Site site, String permission) {
        return people.roles(site).stream()
                .filter(role -> role.equals(Memberships.ADMINISTRATOR)
                        || people.permissions(site, role).contains(permission))
                .flatMap(role -> people.list(site.requireTenant(), "", role, null, MOST).stream())
                .map(member -> new Colleague(member.person(), member.name(), member.email()))
                .distinct()
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.util.List;
import java.util.Optional;
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.SitemapSource;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.TileSource;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Component;

/** What members bring to a network's home page and site map. */
@Component
class MembersFigures implements TileSource, SitemapSource {

    private final Members members;

    MembersFigures(Members members) {
        this.members = members;
    }

    @Override
    public String module() {
        return "members";
    }

    @Override
    public Optional<Tile> tile(View view) {
        List<Member> all = members.of(view.site().requireTenant());
        long regions = all.stream()
                .map(member -> member.country() + member.region())
                .distinct()
                .count();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Tile.of(view.msg("networks.members.tile"), view.number(all.size(), 0), "/miembros", "users")
                                .withChange(view.msg("networks.members.tile.regions", regions), Tone.NEUTRAL));
    }

    @Override
    public List<Address> addresses(Site site) {
        return List.of(new Address("/miembros", null, List.of()));
    }
}

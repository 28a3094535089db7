// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import org.cabildo.content.ArticleKind;
import org.cabildo.platform.web.Access;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/gestion/pages")
@Access(value = Access.Audience.STAFF, permission = "pages.edit")
class PagesDesk extends ArticleHistory {

    PagesDesk(Desk desk) {
        super(ArticleKind.PAGE, desk);
    }
}

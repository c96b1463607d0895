package org.huying.org;

import org.huying.database.Snapshots;
import org.huying.org.store.Bodies;
import org.huying.org.store.DutyLines;
import org.huying.org.store.Members;
import org.huying.org.store.OrgRevisions;
import org.huying.org.store.Posts;
import org.huying.org.store.Teams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrgBeans {

    @Bean(initMethod = "start", destroyMethod = "close")
    Snapshots<OrgMap> orgMaps(
            Bodies bodies,
            Posts posts,
            DutyLines duties,
            Teams teams,
            Members members,
            OrgRevisions revisions) {
        return new Snapshots<>(
                "org",
                OrgRegister.source(
                        bodies,
                        posts,
                        duties,
                        region -> TeamBook.of(teams.ofRegion(region), members.leads(region)),
                        revisions));
    }
}

package org.huying.demo.hotline;

import java.net.URI;

/// How this hotline words things.
final class HotlineFile {

    private HotlineFile() {}

    static String text(String key, URI base) {
        return """
        partner: %1$s
        name: 演示热线
        en: Demonstration hotline
        sign: { scheme: hmac-sha256, skew: 300 }
        in:
          kind:
            field: msgType
            words: { DISPATCH: order, CHANGE: update, URGE: urge, REWORK: return, CANCEL: withdraw }
          id: msgId
          sent: sendTime
          time: "yyyy-MM-dd HH:mm:ss"
          words: reason
          fields:
            number: orderNo
            title: title
            text: content
            place: address
            area: area
            longitude: lng
            latitude: lat
            category-3: category
            item: category
            caller-name: caller.name
            caller-phone: caller.phone
            due: deadline
            month-count: monthCount
          values:
            item:
              unknown: leave
              words: { 路灯不亮: street-lamp, 道路坑洼: road-damage, 暴露垃圾: garbage-exposed }
          channel: hotline-12345
          tell: [due, month-count]
        out:
          url: %2$s/feedback
          answer: { field: code, good: ["0"] }
          time: "yyyy-MM-dd HH:mm:ss"
          states: { ACCEPTED: 已受理, DISPATCHED: 已派单, IN_PROGRESS: 办理中, REWORK: 返工中, CLOSED: 已办结, WITHDRAWN: 已撤单 }
          results: [CLOSED]
          messages:
            status: { msgType: "=STATUS", msgId: id, orderNo: order, caseNo: number, status: status, unit: unit, time: at }
            reply: { msgType: "=REPLY", msgId: id, orderNo: order, content: words, time: at }
            result: { msgType: "=RESULT", msgId: id, orderNo: order, caseNo: number, result: words, time: at }
            return: { msgType: "=RETURN", msgId: id, orderNo: order, caseNo: number, reason: words, time: at }
        day:
          url: %2$s/day
          fetch: %2$s/order
          orders: data.orders
          results: data.results
          repair: true
        """
                .formatted(key, base);
    }
}

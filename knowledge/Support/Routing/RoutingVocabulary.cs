namespace BillingBot.Knowledge.Support.Routing;

/// <summary>
/// English and Japanese words that tell commercial, technical and fraud cases and their products apart, folded as
/// <see cref="Articles.Search.TextFolding"/> does. A star stands for any ending; Japanese words are found anywhere.
/// </summary>
internal static class RoutingVocabulary
{
    /// <summary>They say nothing of the kind that a part of them would.</summary>
    public static readonly string[] Misleading =
    [
        "security update*", "security defaults", "security deposit", "phishing training", "phishing simulation", "attack simulation",
        "paid off", "teams are", "price match", "セキュリティ更新", "フィッシング訓練", "訓練メール", "更新プログラム",
    ];

    public static readonly (WordSense Sense, int Weight, string[] Words)[] Terms =
    [
        (WordSense.Fraud, 2,
        [
            "fraud", "fraudulent*", "hacked", "hacker*", "compromised", "phishing", "scam*", "stolen", "identity theft", "unauthorised",
            "unauthorized", "suspicious", "breach*", "malware", "ransomware", "crypto mining", "cryptomining", "someone else is using",
            "account takeover", "taken over", "misuse*", "abuse*", "data leak*",
            "somebody signed in*", "someone signed in*", "somebody has signed in*", "someone has signed in*", "someone else signed in*",
            "somebody logged in*", "someone logged in*", "somebody has logged in*", "someone has logged in*", "someone else logged in*",
            "unknown sign in*", "unknown login*", "unrecognised sign in*", "unrecognized sign in*", "intruder*",
            "不正利用", "不正アクセス", "不正請求", "不正使用", "不正ログイン", "詐欺", "乗っ取", "なりすまし", "フィッシング", "ハッキング", "ハッカー",
            "マルウェア", "ランサム", "情報漏洩", "情報漏えい", "流出", "侵害", "悪用", "不審", "不正サインイン", "何者か", "第三者がサインイン", "第三者がログイン",
            "誰かがサインインし", "誰かがログインし", "誰かにサインインされ", "誰かにログインされ", "海外からのサインインがあ", "海外からのログインがあ",
        ]),
        (WordSense.Dispute, 2,
        [
            "dispute*", "contest", "overcharged", "charged twice", "double charge*", "billed twice", "wrong amount", "amount is wrong",
            "wrong invoice", "invoice is wrong", "incorrect invoice", "invoice is incorrect", "bill is wrong", "do not recognise", "do not recognize",
            "never ordered", "did not order", "refuse to pay", "will not pay", "object to",
            "異議", "誤請求", "二重請求", "過剰請求", "請求が間違", "金額が違", "金額が間違", "請求が違", "身に覚えのない", "覚えがない", "納得でき", "支払いを拒否",
        ]),
        (WordSense.Technical, 2,
        [
            "outage*", "is down", "are down", "went down", "was down", "crash*", "not start*", "not working", "not work", "stopped working",
            "not connect*", "not log in", "not sign in", "not login", "not load*", "not open", "not send", "not receive*", "not sync*",
            "blue screen", "bug", "bugs", "fault*", "unavailable", "timeout*", "times out", "timed out", "data loss", "vpn", "latency",
            "error code*", "broken", "unreachable", "freezes", "frozen",
            "障害", "動かない", "動きません", "動作しない", "動作しません", "つながらない", "つながりません", "繋がらない", "繋がりません", "接続でき",
            "ログインでき", "サインインでき", "不具合", "バグ", "落ちてい", "ダウンして", "起動しない", "起動しません", "起動でき", "同期されない", "同期でき",
            "表示されない", "表示されません", "開けない", "開けません", "送信でき", "受信でき", "フリーズ", "エラーコード", "使えなく", "使えません",
        ]),
        (WordSense.Technical, 1,
        [
            "error", "errors", "slow", "problem with", "virtual machine*", "vm", "vms", "backup*", "restore", "firewall", "server*", "network",
            "install*", "configur*", "setup", "migrat*", "performance", "mailbox*", "password*", "update fail*", "administrator rights",
            "エラー", "遅い", "重い", "仮想マシン", "バックアップ", "復元", "サーバ", "ネットワーク", "インストール", "設定", "移行", "パスワード", "メールが届",
        ]),
        (WordSense.Commercial, 2,
        [
            "invoice*", "bill", "bills", "billed", "billing", "charge", "charges", "charged", "refund*", "credit note*", "payment*", "pay", "paid",
            "overdue", "receipt*", "vat", "purchase order*",
            "請求", "支払", "返金", "入金", "領収", "振込", "クレジットノート", "返品",
        ]),
        (WordSense.Commercial, 1,
        [
            "price*", "cost", "costs", "subscription*", "licence*", "license*", "seat", "seats", "renew*", "cancel*", "tax", "taxes", "quote*", "order", "orders",
            "contract*", "discount*", "purchase*", "bought", "reservation*", "amount*", "account manager", "billing contact",
            "料金", "価格", "費用", "契約", "ライセンス", "サブスクリプション", "更新", "解約", "キャンセル", "税", "見積", "注文", "購入", "割引", "予約", "金額",
        ]),
        (WordSense.BoughtDirect, 0,
        [
            "bought from microsoft", "directly from microsoft", "direct from microsoft", "from the microsoft store", "bought it from microsoft",
            "on microsoft s website", "on the microsoft website",
            "microsoftから直接", "マイクロソフトから直接", "microsoftから購入", "マイクロソフトから購入", "microsoftのサイトで購入", "マイクロソフトのサイトで購入",
        ]),
        (WordSense.AskedForMicrosoft, 0,
        [
            "escalat*", "ask microsoft", "ticket with microsoft", "microsoft ticket", "microsoft support", "to microsoft", "get microsoft", "talk to microsoft",
            "エスカレ", "microsoftに問い合わせ", "マイクロソフトに問い合わせ", "microsoftへ", "マイクロソフトへ", "microsoftのサポート", "マイクロソフトのサポート",
        ]),
        (WordSense.Azure, 0, ["azure", "virtual machine*", "アジュール", "仮想マシン"]),
        (WordSense.Microsoft365, 0,
        [
            "microsoft 365", "m365", "office 365", "o365", "exchange online", "outlook", "microsoft teams", "ms teams", "teams", "sharepoint*", "onedrive",
            "intune", "microsoft office", "アウトルック", "シェアポイント", "ワンドライブ", "チームズ",
        ]),
        (WordSense.Dynamics365, 0, ["dynamics*", "d365", "business central", "ダイナミクス"]),
        (WordSense.OnPremises, 0,
        [
            "on premises", "on prem", "windows server", "sql server", "exchange server", "sharepoint server", "office 2019", "office 2021", "office 2024", "our own server*",
            "オンプレ", "自社サーバ", "社内サーバ",
        ]),
        (WordSense.Marketplace, 0,
        [
            "marketplace", "azure marketplace", "appsource", "third party app*", "third party product*", "isv",
            "マーケットプレイス", "azure マーケットプレイス", "azureマーケットプレイス", "他社製アプリ", "サードパーティ",
        ]),
    ];
}

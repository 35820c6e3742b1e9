using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>Messages as the network sends them, in its seven languages.</summary>
internal static class Letters
{
    public static readonly DateTimeOffset Sent = new(2026, 11, 23, 8, 5, 9, TimeSpan.FromHours(7));

    /// <summary>Language, subject and text.</summary>
    public static readonly (string Language, string Name, string Subject, string Text)[] All =
    [
        ("en", "Mekong Migration Network", "Ask the ministry to keep the amnesty open", "Dear friend,\n\n.The amnesty ends on 30 November = soon.\nFrom there on, workers risk arrest. \n"),
        ("km", "បណ្តាញទេសន្តរប្រវេសន៍មេគង្គ", "សូមជួយជំរុញក្រសួងឱ្យបន្តការលើកលែងទោសដល់ពលករចំណាកស្រុកទាំងអស់នៅក្នុងប្រទេសថៃ", "ជូនចំពោះមិត្ត\n\nការលើកលែងទោសនឹងផុតកំណត់នៅថ្ងៃទី៣០ ខែវិច្ឆិកា។\u200Bសូមចុះហត្ថលេខា។\n"),
        ("lo", "ເຄືອຂ່າຍການເຄື່ອນຍ້າຍແມ່ນ້ຳຂອງ", "ຂໍໃຫ້ກະຊວງສືບຕໍ່ການນິລະໂທດກຳແມ່ຍິງເຄື່ອນຍ້າຍ", "ເຖິງໝູ່ເພື່ອນ\n\nການນິລະໂທດກຳຈະສິ້ນສຸດວັນທີ 30 ພະຈິກ.\n"),
        ("my", "မဲခေါင် ရွှေ့ပြောင်းကွန်ရက်", "လွတ်ငြိမ်းချမ်းသာခွင့်ကို ဆက်လက်ဖွင့်ထားရန် ဝန်ကြီးဌာနကို တောင်းဆိုပါ", "မိတ်ဆွေသို့\n\nလွတ်ငြိမ်းချမ်းသာခွင့်သည် နိုဝင်ဘာ ၃၀ ရက်တွင် ကုန်ဆုံးမည်။\n"),
        ("th", "เครือข่ายการย้ายถิ่นแม่น้ำโขง", "ขอให้กระทรวงขยายเวลานิรโทษกรรมแก่แรงงานข้ามชาติทุกคนที่ทำงานอยู่ในประเทศ", "เรียน เพื่อน\n\nการนิรโทษกรรมจะสิ้นสุดวันที่ 30 พฤศจิกายน 2569\n"),
        ("vi", "Mạng lưới Di cư Mê Kông", "Đề nghị Bộ gia hạn thời gian ân xá cho tất cả người lao động di cư", "Bạn thân mến,\n\nThời hạn ân xá sẽ kết thúc vào ngày 30 tháng 11.\nHãy ký tên ngay hôm nay, trước khi quá muộn: mỗi chữ ký đều được trao tận tay Bộ trưởng.\n"),
        ("zh-Hans", "湄公河移民网络", "请要求部长延长对移工的特赦期限,让所有在泰国工作的人都能安全登记", "亲爱的朋友:\n\n特赦将于11月30日结束。𠮷\n"),
    ];

    public static EmailMessage In(string language)
    {
        var (_, name, subject, text) = All.Single(l => l.Language == language);
        return new EmailMessage(
            $"alert-7.{language}@mekong.example", "bounce+7f3a=c2@mekong.example",
            new Mailbox("alerts@mekong.example", name), new Mailbox("sokha.chan@example.org", "សុខា, Chan"), subject, text,
            $"<!doctype html><html lang=\"{language}\"><body><p style=\"line-height:1.8\">{text.Trim()}</p></body></html>\n", language, Sent,
            [
                new("List-Unsubscribe", "<https://mekong.example/u/8Vx2mQp4LbT9sRk3WfN7cHd6JgY1zXa5oEi0uBvCnMq>, <mailto:leave@mekong.example?subject=8Vx2mQp4LbT9sRk3WfN7cHd6JgY1zXa5oEi0uBvCnMq>"),
                new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                new("List-Id", "Alerts <alerts.mekong.example>"),
                new("Reply-To", "Văn phòng <office@mekong.example>"),
            ], "d-7f3a+c2");
    }

    public static readonly EmailMessage Plain = In("en");
}

namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA5xxx.</summary>
internal static class UnfinishedGuides
{
    public static IReadOnlyList<RepairGuide> All { get; } =
    [
        new RepairGuide(
            "CDA5001",
            "Write the body of the flagged member: what its summary, parameters, returns, exceptions and examples say, in the manner of the other members of the type and of the code "
            + "that calls it. Use what the type and the project have already; a private helper may be added. Keep the signature, the attributes and the documentation as they are. Throw "
            + "what the documentation names for what it names, and nothing else. Where the documentation leaves open what is wanted, propose nothing.",
            new Allowance
            {
                Within = EffectKinds.All & ~EffectKinds.Lock,
                Beside = EffectKinds.All & ~EffectKinds.Lock,
                DeleteFlagged = true,
                WritesCode = true,
                BecomeAsync = true,
                AddHelper = true,
            })
        {
            AdviceInChinese = "编写被标记成员的主体：按其摘要、参数、返回值、异常和示例的说明，并与该类型的其他成员以及调用它的代码的写法一致。使用该类型和项目中已有的东西；可以添加一个私有辅助方法。"
                + "签名、特性和文档保持不变。只在文档指明的情况下引发文档指明的异常。如果文档没有说清要做什么，就不要提出修改。",
        },
        new RepairGuide(
            "CDA5002",
            "Write what the comment asks for in the flagged place, in the manner of the branches beside it, and remove the comment when it is done. Use what the member and its type "
            + "have already; a private helper may be added. Keep everything outside the flagged branch as it is. Where the comment does not say what is wanted, or asks for a decision, "
            + "propose nothing.",
            new Allowance
            {
                Within = EffectKinds.All & ~EffectKinds.Lock,
                Beside = EffectKinds.All & ~EffectKinds.Lock,
                DeleteFlagged = true,
                WritesCode = true,
                Extent = Extent.Block,
                AddHelper = true,
            })
        {
            AdviceInChinese = "在被标记的位置编写注释所要求的内容，写法与旁边的分支一致，完成后删除该注释。使用该成员及其类型中已有的东西；可以添加一个私有辅助方法。被标记分支之外的一切保持不变。"
                + "如果注释没有说明要做什么，或者要求作出决定，就不要提出修改。",
        },
    ];
}

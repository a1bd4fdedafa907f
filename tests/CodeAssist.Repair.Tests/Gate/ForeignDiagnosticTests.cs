using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests.Gate;

/// <summary>Repairs of the compiler's diagnostics, in code of every shape: each is offered exactly as it should stand.</summary>
public class ForeignDiagnosticTests
{
    public static TheoryData<string, string, string, string, string> Good => new()
    {
        {
            "nullable warning, guard before", "CS8602",
            "class C\n{\n  int M(string? s, int n)\n  {\n    n++;\n    return s.Length + n;\n  }\n}",
            "int M(string? s, int n)\n{\n  n++;\n  if (s is null)\n    return n;\n  return s.Length + n;\n}",
            "class C\n{\n  int M(string? s, int n)\n  {\n    n++;\n    if (s is null)\n      return n;\n    return s.Length + n;\n  }\n}"
        },
        {
            "nullable warning in an accessor", "CS8602",
            "class C\n{\n    string? _s;\n    int P\n    {\n        get { return _s.Length; }\n        set { _s = value.ToString(); }\n    }\n}",
            "get { return _s?.Length ?? 0; }",
            "class C\n{\n    string? _s;\n    int P\n    {\n        get { return _s?.Length ?? 0; }\n        set { _s = value.ToString(); }\n    }\n}"
        },
        {
            "local function", "CS0029",
            "class C\n{\n    int M()\n    {\n        return N() + 1;\n        int N()\n        {\n            return \"1\";\n        }\n    }\n}",
            "int N()\n{\n    return 1;\n}",
            "class C\n{\n    int M()\n    {\n        return N() + 1;\n        int N()\n        {\n            return 1;\n        }\n    }\n}"
        },
        {
            "local function among top-level statements", "CS0219",
            "using System;\n\nConsole.WriteLine(N());\n\nint N()\n{\n    int unused = 1;\n    return 2;\n}\n",
            "int N()\n{\n    return 2;\n}",
            "using System;\n\nConsole.WriteLine(N());\n\nint N()\n{\n    return 2;\n}\n"
        },
        {
            "top-level statement", "CS0219",
            "using System;\n\nint unused = 1;\nConsole.WriteLine(2);\n",
            "Console.WriteLine(2);",
            "using System;\n\nConsole.WriteLine(2);\n"
        },
        {
            "missing return", "CS0161",
            "class C\n{\n    int M(bool b)\n    {\n        if (b)\n            return 1;\n    }\n}",
            "int M(bool b)\n{\n    if (b)\n        return 1;\n    return 0;\n}",
            "class C\n{\n    int M(bool b)\n    {\n        if (b)\n            return 1;\n        return 0;\n    }\n}"
        },
        {
            "switch expression without an arm", "CS8509",
            "class C { string M(int n) => n switch { 1 => \"one\", 2 => \"two\" }; }",
            "string M(int n) => n switch { 1 => \"one\", 2 => \"two\", _ => throw new System.ArgumentOutOfRangeException(nameof(n)) };",
            "class C { string M(int n) => n switch { 1 => \"one\", 2 => \"two\", _ => throw new System.ArgumentOutOfRangeException(nameof(n)) }; }"
        },
        {
            "unused variable deleted", "CS0219",
            "class C\r\n{\r\n\tint M()\r\n\t{\r\n\t\tint unused = 1;\r\n\t\treturn 2;\r\n\t}\r\n}\r\n",
            "int M()\n{\n    return 2;\n}",
            "class C\r\n{\r\n\tint M()\r\n\t{\r\n\t\treturn 2;\r\n\t}\r\n}\r\n"
        },
        {
            "not awaited", "CS4014",
            "using System.Threading.Tasks;\nclass C\n{\n    async Task M()\n    {\n        Task.Delay(1);\n        await Task.Yield();\n    }\n}",
            "async Task M()\n{\n    await Task.Delay(1);\n    await Task.Yield();\n}",
            "using System.Threading.Tasks;\nclass C\n{\n    async Task M()\n    {\n        await Task.Delay(1);\n        await Task.Yield();\n    }\n}"
        },
        {
            "wrong name in red code, other errors stay", "CS1061",
            "class C\n{\n    int M(string s)\n    {\n        Unknown();\n        return s.Size;\n    }\n}",
            "int M(string s)\n{\n    Unknown();\n    return s.Length;\n}",
            "class C\n{\n    int M(string s)\n    {\n        Unknown();\n        return s.Length;\n    }\n}"
        },
        {
            "missing using, added behind the last", "CS0103",
            "using System;\nclass C\n{\n    string M() => Path.GetTempPath() + Environment.NewLine;\n}",
            "using System.IO;\nclass C\n{\n    string M() => Path.GetTempPath() + Environment.NewLine;\n}",
            "using System;\nusing System.IO;\nclass C\n{\n    string M() => Path.GetTempPath() + Environment.NewLine;\n}"
        },
        {
            "field initialised", "CS8618",
            "class C\n{\n    private string _name;\n    public string Name => _name;\n}",
            "private string _name = string.Empty;",
            "class C\n{\n    private string _name = string.Empty;\n    public string Name => _name;\n}"
        },
        {
            "a private helper that the member uses", "CS8602",
            "class C\n{\n    public int M(string? s)\n    {\n        return s.Length;\n    }\n}",
            "class C\n{\n    public int M(string? s)\n    {\n        return LengthOf(s);\n    }\n\n    private static int LengthOf(string? s) => s?.Length ?? 0;\n}",
            "class C\n{\n    public int M(string? s)\n    {\n        return LengthOf(s);\n    }\n\n    private static int LengthOf(string? s) => s?.Length ?? 0;\n}"
        },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Good_repairs_are_offered(string what, string id, string source, string reply, string expected)
    {
        var outcome = await RepairVerifier.RepairAsync(source, id, new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(reply)), feedbackRounds: 0));
        Assert.True(outcome.Edit is not null, what + ": " + outcome.Abstention?.Reason);
        Assert.Equal(expected, outcome.Edit.NewText.ToString());
    }

    public static TheoryData<string, string, string, string, string> Bad => new()
    {
        { "guard around other statements", "behaviour", "CS8602", "class C { void M(string? s) { System.Console.WriteLine(1); System.Console.WriteLine(s.Length); } }", "void M(string? s) { if (s != null) { System.Console.WriteLine(1); System.Console.WriteLine(s.Length); } }" },
        { "null forgiven", "policy", "CS8602", "class C { int M(string? s) { return s.Length; } }", "int M(string? s) { return s!.Length; }" },
        { "annotation removed", "policy", "CS8602", "class C { int M(string? s) { return s.Length; } }", "int M(string s) { return s.Length; }" },
        { "flagged statement deleted", "behaviour", "CS8602", "class C { void M(string? s) { System.Console.WriteLine(s.Length); System.Console.WriteLine(2); } }", "void M(string? s) { System.Console.WriteLine(2); }" },
        { "body emptied", "policy", "CS8602", "class C { void M(string? s) { System.Console.WriteLine(s.Length); } }", "void M(string? s) { }" },
        { "discarded task", "policy", "CS4014", "using System.Threading.Tasks;\nclass C { async Task M() { Task.Delay(1); await Task.Yield(); } }", "async Task M() { _ = Task.Delay(1); await Task.Yield(); }" },
        { "await lost elsewhere", "behaviour", "CS4014", "using System.Threading.Tasks;\nclass C { async Task M() { Task.Delay(1); await Task.Delay(2); } }", "async Task M() { await Task.Delay(1); Task.Delay(2).Wait(); }" },
        { "public helper", "parse", "CS8602", "class C\n{\n    public int M(string? s)\n    {\n        return s.Length;\n    }\n}", "class C\n{\n    public int M(string? s)\n    {\n        return N(s);\n    }\n    public int N(string? s) => s?.Length ?? 0;\n}" },
        { "another member in the place", "parse", "CS8602", "class C { int M(string? s) { return s.Length; } }", "int N(string? s) { return s?.Length ?? 0; }" },
        { "swallowed", "policy", "CS8602", "class C { int M(string? s) { return s.Length; } }", "int M(string? s) { try { return s!.Length; } catch { } return 0; }" },
        { "alias", "scope", "CS0103", "using System;\nclass C\n{\n    string M() => Path.GetTempPath() + Environment.NewLine;\n}", "using Path = System.IO.Path;\nclass C\n{\n    string M() => Path.GetTempPath() + Environment.NewLine;\n}" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Bad_repairs_are_stopped(string what, string check, string id, string source, string reply)
    {
        var outcome = await RepairVerifier.RepairAsync(source, id, new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(reply)), feedbackRounds: 0));
        Assert.True(outcome.Edit is null, what + " was offered");
        var failure = outcome.Attempts[^1].Verdict!.Failure!;
        Assert.True(failure.Name == check, $"{what}: stopped by {failure.Name} ({failure.Reason}), not by {check}");
    }
}

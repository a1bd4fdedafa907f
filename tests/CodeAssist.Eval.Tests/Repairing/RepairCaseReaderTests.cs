using CodeAssist.Eval.Repairing;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Repairing;

/// <summary>What is no case is not read, and the message says why.</summary>
public class RepairCaseReaderTests
{
    private const string Json = """{"id":"off-by-one","diagnostic":"CDA1025","category":"correctness","bug":"Reads past the end.","file":"src/Sum.cs","line":2}""";

    [Fact]
    public void A_whole_case_is_read()
    {
        using var suite = new Scratch();
        var read = Assert.Single(RepairCaseReader.ReadAll(Write(suite, Json)));
        Assert.Equal(("off-by-one", "CDA1025", "src/Sum.cs", 2), (read.Id, read.Diagnostic, read.File, read.Line));
        Assert.Equal("class Sum\n{ }\n", read.Sources.Single().Text);
        Assert.Equal("class Sum { }\n", read.Reference);
        Assert.Equal("tests/SumTests.cs", read.Tests.Single().Path);
        Assert.Equal(read.Reference, read.SourcesWith(read.Reference).Single().Text);
    }

    [Theory]
    [InlineData("\"id\":\"off-by-one\"", "\"id\":\"another\"", "another")]
    [InlineData("\"line\":2", "\"line\":0", "0")]
    [InlineData("\"line\":2", "\"line\":9", "9")]
    [InlineData("\"line\":2", "\"line\":\"two\"", "line")]
    [InlineData(",\"line\":2", "", "line")]
    [InlineData("\"bug\":\"Reads past the end.\"", "\"bug\":\" \"", "bug")]
    [InlineData("src/Sum.cs", "src/Other.cs", "src/Other.cs")]
    [InlineData("\"line\":2", "\"line\":2,\"hint\":\"off by one\"", "hint")]
    [InlineData("}", "", "case.json")]
    public void A_wrong_description_is_told(string text, string other, string told)
    {
        using var suite = new Scratch();
        var exception = Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(Write(suite, Json.Replace(text, other, StringComparison.Ordinal))));
        Assert.Contains("case.json", exception.Message, StringComparison.Ordinal);
        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Sum.cs", "src")]
    [InlineData("tests/SumTests.cs", "tests")]
    [InlineData("reference/Sum.cs", "reference/Sum.cs")]
    public void A_missing_file_is_told(string missing, string told)
    {
        using var suite = new Scratch();
        var folder = Write(suite, Json);
        File.Delete(Path.Combine(folder, "off-by-one", missing));
        Assert.Contains(told, Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_repairs_nothing_is_told()
    {
        using var suite = new Scratch();
        Write(suite, Json);
        suite.Write("off-by-one/reference/Sum.cs", "class Sum\n{ }\n");
        Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(suite.Folder));
    }

    [Fact]
    public void A_reference_of_another_file_is_told()
    {
        using var suite = new Scratch();
        Write(suite, Json);
        suite.Write("off-by-one/reference/Other.cs", "class Other { }\n");
        Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(suite.Folder));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told()
    {
        using var suite = new Scratch();
        File.WriteAllBytes(Path.Combine(Write(suite, Json), "off-by-one", "src", "Sum.cs"), [0xC4, 0xE3, 0x0A, 0x0A]);
        Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(suite.Folder));
    }

    [Fact]
    public void A_folder_that_is_not_there_or_holds_no_cases_is_told()
    {
        using var suite = new Scratch();
        Assert.Contains(suite.Folder, Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(suite.Folder)).Message, StringComparison.Ordinal);
        var missing = Path.Combine(suite.Folder, "missing");
        Assert.Contains(missing, Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(missing)).Message, StringComparison.Ordinal);
    }

    private static string Write(Scratch suite, string json)
    {
        suite.Write("off-by-one/case.json", json);
        suite.Write("off-by-one/src/Sum.cs", "class Sum\n{ }\n");
        suite.Write("off-by-one/tests/SumTests.cs", "public static class SumTests { }\n");
        suite.Write("off-by-one/reference/Sum.cs", "class Sum { }\n");
        return suite.Folder;
    }
}

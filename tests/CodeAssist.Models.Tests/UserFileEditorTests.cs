using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>The user's file is changed where it must be and nowhere else.</summary>
public sealed class UserFileEditorTests : ModelTestBase, IDisposable
{
    private static readonly JsonObject Profile1 = new() { ["endpoint"] = "http://localhost:1/v1", ["model"] = "m" };

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("{}", "{\n  \"a\": 1\n}")]
    [InlineData("{ }\n", "{\n  \"a\": 1\n}\n")]
    [InlineData("{\n  // nothing yet\n}", "{\n  // nothing yet\n  \"a\": 1\n}")]
    [InlineData("{\n  \"b\": 2\n}", "{\n  \"b\": 2,\n  \"a\": 1\n}")]
    [InlineData("{\n  \"b\": 2,\n}", "{\n  \"b\": 2,\n  \"a\": 1\n}")]
    [InlineData("{\n  \"b\": 2 // two\n}", "{\n  \"b\": 2, // two\n  \"a\": 1\n}")]
    [InlineData("{ \"b\": [1, { \"a\": 3 }] }", "{ \"b\": [1, { \"a\": 3 }],\n  \"a\": 1\n}")]
    [InlineData("{ \"a\": 7, \"b\": 2 }", "{ \"a\": 1, \"b\": 2 }")]
    [InlineData("{ \"a\": { \"x\": [7] } /* old */ }", "{ \"a\": 1 /* old */ }")]
    public void A_member_is_set_where_it_is_or_after_the_last(string before, string after) => AssertEdit(before, after, text => text.Set(1, "a"));

    [Theory]
    [InlineData("{ \"a\": 1, \"b\": 2 }", "{ \"b\": 2 }")]
    [InlineData("{\n  \"b\": 2,\n  \"a\": 1\n}", "{\n  \"b\": 2\n}")]
    [InlineData("{\n  \"b\": 2,\n  \"a\": 1,\n}", "{\n  \"b\": 2,\n}")]
    [InlineData("{\n  \"a\": { \"b\": 1 },\n  // two\n  \"b\": 2\n}", "{\n  // two\n  \"b\": 2\n}")]
    [InlineData("{\n  \"a\": 1\n}", "{\n}")]
    [InlineData("{ \"b\": 2 }", "{ \"b\": 2 }")]
    public void A_member_is_taken_out_with_its_comma(string before, string after) => AssertEdit(before, after, text => text.Remove("a"));

    [Fact]
    public void What_is_missing_on_the_way_is_made() => AssertEdit(
        "{}", "{\n  \"a\": {\n    \"b\": {\n      \"c\": \"合\"\n    }\n  }\n}", text => text.Set("合", "a", "b", "c"));

    [Fact]
    public void Random_edits_leave_valid_JSON_with_what_was_set()
    {
        var random = new Random(20261123);
        string[] names = ["a", "b", "c", "d"];
        foreach (var start in new[] { "{}", "{ // x\n}", "{\n  \"a\": { \"b\": 1, },\n  \"d\": \"}, // no\" /* , */,\n}\n" })
        {
            var text = new JsonTextEditor(Encoding.UTF8.GetBytes(start));
            var model = JsonNode.Parse(start, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject();
            for (var i = 0; i < 300; i++)
            {
                var (outer, inner) = (names[random.Next(4)], names[random.Next(4)]);
                switch (random.Next(4))
                {
                    case 0:
                        text.Set(i, outer);
                        model[outer] = i;
                        break;
                    case 1:
                        Assert.Equal(model.Remove(outer), text.Remove(outer));
                        break;
                    case 2 when model[outer] is null or JsonObject:
                        text.Set(i, outer, inner);
                        (model[outer] ??= new JsonObject())[inner] = i;
                        break;
                    case 3 when model[outer] is JsonObject held:
                        Assert.Equal(held.Remove(inner), text.Remove(outer, inner));
                        break;
                }

                Assert.True(JsonNode.DeepEquals(model, Parse(text)), Encoding.UTF8.GetString(text.Text));
            }
        }
    }

    [Fact]
    public void A_new_file_is_for_the_user_alone()
    {
        var editor = Open(out var path);
        editor.SetProfile("q", (JsonObject)Profile1.DeepClone());
        editor.Save();
        Assert.Equal("m", UserFile.Read(path, new FakeEnvironment()).Profiles.Single().Model);
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_file_that_others_could_read_is_theirs_no_longer()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = _scratch.Write("codeassist/config.json", "{}");
        File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);
        var editor = UserFileEditor.Open(path, new FakeEnvironment());
        editor.Set("modelFixes", true);
        editor.Save();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        if (OperatingSystem.IsWindows())
            return;
        var real = _scratch.Write("dotfiles/codeassist.json", "{}");
        var link = Path.Combine(_scratch.Folder, "config.json");
        File.CreateSymbolicLink(link, real);
        var editor = UserFileEditor.Open(link, new FakeEnvironment());
        editor.Set("modelFixes", true);
        editor.Save();
        Assert.NotNull(File.ResolveLinkTarget(link, false));
        Assert.Contains("modelFixes", File.ReadAllText(real));
    }

    [Fact]
    public void A_file_with_a_fault_is_not_touched()
    {
        var path = _scratch.Write("config.json", """{ "modelFixs": true }""");
        Assert.Contains("modelFixes", Assert.Throws<ConfigurationException>(() => UserFileEditor.Open(path, new FakeEnvironment())).Message);
        Assert.Equal("""{ "modelFixs": true }""", File.ReadAllText(path));
    }

    [Fact]
    public void A_profile_that_could_not_be_read_is_not_written()
    {
        var editor = Open(out var path);
        Assert.Throws<ConfigurationException>(() => editor.SetProfile("env", (JsonObject)Profile1.DeepClone()));
        Assert.Throws<ConfigurationException>(() => editor.Save());
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_profile_that_goes_takes_its_place_as_the_default_with_it()
    {
        var path = _scratch.Write("config.json", """{ "defaultProfile": "a", "profiles": { "a": { "endpoint": "http://localhost:1/v1", "model": "m" }, "b": { "endpoint": "http://localhost:2/v1", "model": "n" } } }""");
        var editor = UserFileEditor.Open(path, new FakeEnvironment());
        Assert.True(editor.RemoveProfile("a"));
        Assert.False(editor.RemoveProfile("a"));
        editor.Save();
        var file = UserFile.Read(path, new FakeEnvironment());
        Assert.Null(file.DefaultProfile);
        Assert.Equal("b", file.Profiles.Single().Name);
    }

    private UserFileEditor Open(out string path)
    {
        path = Path.Combine(_scratch.Folder, "codeassist", "config.json");
        return UserFileEditor.Open(path, new FakeEnvironment());
    }

    private static void AssertEdit(string before, string after, Action<JsonTextEditor> edit)
    {
        var text = new JsonTextEditor(Encoding.UTF8.GetBytes(before));
        edit(text);
        Assert.Equal(after, Encoding.UTF8.GetString(text.Text));
        Parse(text);
    }

    private static JsonNode Parse(JsonTextEditor text) =>
        JsonNode.Parse(text.Text, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
}

namespace CodeAssist.CodeFixes;
internal static class Placeholder;
